import type { PlanDocument } from '../../domain/plan/schema.js';

type Colour = PlanDocument['incidentLevels'][number]['colour'];

/** Light enough for black text (contrast above 7 : 1), and told apart in print by the word beside it. */
export const FILLS: Record<Colour, string> = {
  red: 'F4A9A3',
  orange: 'F8C79A',
  amber: 'F9D98B',
  yellow: 'FBF2A0',
  green: 'BFE3BD',
  blue: 'B7D4F1',
  purple: 'D8C7EA',
  grey: 'DADADA',
};
