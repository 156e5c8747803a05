import { printSchema } from 'graphql';
import { schema } from './index.ts';

/** The schema as `schema.graphql` holds it: sorted, with every description. */
export const sdl = () => `${printSchema(schema)}\n`;
