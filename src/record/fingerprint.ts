import { createHash } from 'node:crypto';

/**
 * The md5 of any plain content, written as a uuid. The order of keys does not count, nor does a key without a value, so a
 * property that the format gains later leaves the facts that do not use it as they are.
 */
export function fingerprint(content: unknown): string {
  const digest = createHash('md5').update(canonical(content)).digest('hex');
  return digest.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function canonical(content: unknown): string {
  return JSON.stringify(content, (_key, value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value ?? undefined;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
