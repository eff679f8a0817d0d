import type { Lang } from '../../domain/lang.js';
import { pathText } from '../../domain/plan/issues.js';
import type { Remark as DomainRemark } from '../../domain/plan/remark.js';
import type { Written } from '../../planfiles/index.js';
import type { Remark } from '../contract.js';

/** With a text that it is about, also its place there. */
export function remarkView(
  { severity, code, path, found, todo }: DomainRemark,
  lang: Lang,
  place?: Written['place'],
): Remark {
  const where = place?.(path, code) ?? { path: pathText(path) };
  return { severity, code, ...where, found: found[lang], todo: todo[lang] };
}
