import type { Said } from '../lang.js';
import type { Path } from './issues.js';

/**
 * What people should look into in a roster or ledger that can be used all the same. `warning`: something will be missing
 * when it counts; `info`: it may well be meant so. All of it survives JSON.
 */
export interface Remark<Code extends string = string> {
  severity: 'warning' | 'info';
  path: Path;
  code: Code;
  found: Said;
  todo: Said;
}

export function warning<Code extends string>(code: Code, path: Path, found: Said, todo: Said): Remark<Code> {
  return { severity: 'warning', path, code, found, todo };
}

export function info<Code extends string>(code: Code, path: Path, found: Said, todo: Said): Remark<Code> {
  return { severity: 'info', path, code, found, todo };
}
