import type { Named } from '../../api/contract.js';

/** `Level II · Serious`; undefined while nobody has decided either. */
export function levelsOf(levels: { level?: Named | undefined; incidentLevel?: Named | undefined }): string | undefined {
  const names = [levels.level, levels.incidentLevel].flatMap((named) => (named ? [named.name] : []));
  return names.length === 0 ? undefined : names.join(' · ');
}
