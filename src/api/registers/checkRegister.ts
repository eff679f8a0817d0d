import type { Lang } from '../../domain/lang.js';
import { pathText } from '../../domain/plan/issues.js';
import type { StoredRegister } from '../../store/index.js';
import type { RegisterCheck } from '../contract.js';
import type { ApiDeps } from '../deps.js';
import { remarkView } from '../views/remarkView.js';
import { groundOf } from './kind.js';
import type { CheckAsked, RegisterKind } from './kind.js';

/** What stands against a version, now: the plan, people and days have moved on since it was imported. */
export async function checkRegister<Document extends object>(
  deps: ApiDeps,
  kind: RegisterKind<Document>,
  { version, document }: StoredRegister,
  asked: CheckAsked,
  lang: Lang,
): Promise<RegisterCheck> {
  const ground = await groundOf(deps);
  const checked = kind.check(document, ground);
  const issues = 'issues' in checked ? checked.issues : [];
  return {
    version,
    plan: { id: ground.plan.plan.id, version: ground.plan.plan.version },
    issues: issues.map(({ path, code, message, hint }) => ({
      path: pathText(path),
      code,
      message: message[lang],
      hint: hint[lang],
    })),
    remarks: kind.remarks(document as Document, ground, asked).map((remark) => remarkView(remark, lang)),
  };
}
