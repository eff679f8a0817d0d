import type { Lang } from '../../domain/lang.js';
import { pathText } from '../../domain/plan/issues.js';
import type { Remark as DomainRemark } from '../../domain/plan/remark.js';
import type { Remark } from '../contract.js';

/** With a text that it is about, also its place there. */
export function remarkView(
  { severity, code, path, found, todo }: DomainRemark,
  lang: Lang,
  placeOf: (path: DomainRemark['path']) => Pick<Remark, 'path' | 'line' | 'column'> = (at) => ({ path: pathText(at) }),
): Remark {
  const { path: where, line, column } = placeOf(path);
  return { severity, code, path: where, line, column, found: found[lang], todo: todo[lang] };
}
