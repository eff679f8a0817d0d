import type { PartnerId, PostId, ResourceId } from './ids.js';

export const RESOURCE_CLASSES = [
  'people',
  'materials',
  'technical',
  'information',
  'transport',
  'funds',
  'external',
] as const;
export type ResourceClass = (typeof RESOURCE_CLASSES)[number];

export interface ResourceRule {
  id: ResourceId;
  class: ResourceClass;
  custodian: PostId;
  deputy?: PostId;
  /** Who may help where it does not suffice. */
  partner?: PartnerId;
}
