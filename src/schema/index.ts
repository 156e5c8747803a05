import './scalars.ts';
import './relationship.ts';
import './office.ts';
import './membership.ts';
import './participation.ts';
import './organization.ts';
import './timeline.ts';
import './claim.ts';
import './indicator.ts';
import './sourceFacts.ts';
import './node.ts';
import './search.ts';
import './paths.ts';
import './neighborhood.ts';
import './dataset.ts';
import { builder } from './builder.ts';
import { complete } from './complete.ts';

export const schema = complete(builder.toSchema());
