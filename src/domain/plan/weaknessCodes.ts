/** What plan, roster or ledger may lack, so that something fails by itself. A criterion of the plan may name those that count against it. */
export const WEAKNESS_CODES = [
  'team_without_substitutes',
  'post_without_deputy',
  'time_box_beyond_limit',
  'item_short',
  'task_without_owner',
] as const;
export type WeaknessCode = (typeof WEAKNESS_CODES)[number];
