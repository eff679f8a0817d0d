import type { Incident, ObligationView } from '../../api/contract.js';
import type { Voice } from '../session.js';
import { withId } from './withId.js';

/** Every one, with what was filed where; the first to fall due first. */
export function obligationLines({ obligations }: Pick<Incident, 'obligations'>, voice: Voice): string[] {
  const { say } = voice;
  if (obligations.length === 0) return [say('No legal reports.', '没有法定报送事项。')];
  return obligations.flatMap((one) => [line(one, voice), ...details(one, voice).map((text) => `      ${text}`)]);
}

/** What is still owed; of the rest only the number. */
export function owedLines({ obligations }: Pick<Incident, 'obligations'>, voice: Voice): string[] {
  const { say, style } = voice;
  const owed = obligations.filter(isOwed);
  const filed = obligations.filter(({ status }) => status === 'filed').length;
  const rest = filed === 0 ? [] : [style.dim(say(`  ${filed} filed`, `  已登记报送${filed}项`))];
  return [...owed.map((one) => line(one, voice)), ...rest];
}

function isOwed({ status }: ObligationView): boolean {
  return status === 'provisional' || status === 'confirmed';
}

/** The id is what the other commands ask for. */
function line(one: ObligationView, voice: Voice): string {
  const { say, style, time } = voice;
  const { id, name, status, due, own, theirs, missedAt, missedBefore = [], verified, owner } = one;
  const state = {
    provisional: say('may apply, undecided', '可能适用，尚未判定'),
    confirmed: say('to be filed', '须报送'),
    lifted: say('not called for', '不需要报送'),
    filed: style.good(say('filed', '已登记报送')),
  }[status];
  const limit = own ? say('own target', '本单位目标时限') : say('limit', '时限');
  const parts = [
    missedAt === undefined ? '' : style.bad(say(`limit passed at ${time(missedAt)}`, `${time(missedAt)} 时限已过`)),
    ...missedBefore.map((at) => style.bad(say(`earlier limit passed at ${time(at)}`, `${time(at)} 前次时限已过`))),
    state,
    due === undefined || !isOwed(one) ? '' : `${limit} ${time(due)}`,
    due === undefined && isOwed(one) ? say('clock not begun', '时限尚未起算') : '',
    theirs ? say('theirs to file, tracked only', '由对方办理，仅跟踪') : '',
    verified ? '' : say('rule not verified', '规则未经核对'),
    withId(owner.person ?? owner.post, voice),
  ];
  return `  ${name} (${id})  ${parts.filter((part) => part !== '').join('  ')}`;
}

function details({ addressee, start, filedAt, filings, last }: ObligationView, { say, time }: Voice): string[] {
  const fields: [string, string | undefined][] = [
    [say('To', '报至'), last?.to ?? addressee],
    [say('Runs from', '起算'), start && time(start)],
    [say('Filed', '报送'), filedAt && say(`${time(filedAt)}, filings: ${filings}`, `${time(filedAt)}，共${filings}次`)],
    [say('Channel', '渠道'), last?.channel],
    [say('Receipt', '回执号'), last?.reference],
    [say('Note', '记录'), last?.note],
    [say('Link', '链接'), last?.link],
    [say('File', '文件'), last?.file && `SHA-256 ${last.file}`],
    [say('Why late', '逾期理由'), last?.lateReason],
    [say('Reason', '理由'), last?.reason],
  ];
  return fields.flatMap(([label, value]) => (value === undefined ? [] : [`${label}${say(': ', '：')}${value}`]));
}
