import { Breath } from './breath.js';
import type { CheckedEvents } from './checkEvents.js';
import { seqAndType } from './checkKept.js';
import { counted } from './findings.js';
import type { Findings } from './findings.js';
import type { KeptNotice, KeptRecord } from './kept.js';
import type { Attempted, NamedInEvents } from './namedInEvents.js';

type Receipt = Pick<KeptNotice, 'status' | 'lastCode'>;

/** Whoever the events say was tried has a receipt that says the same, and every receipt belongs to a notice that was asked for. */
export async function checkNotices(
  record: KeptRecord,
  { named, whole, isOver }: CheckedEvents,
  findings: Findings,
): Promise<void> {
  const breath = new Breath();
  const receipts = new Receipts();
  let underWay = 0;
  for await (const { effectId, noticeId, person, status, lastCode } of record.notices()) {
    await breath.take();
    findings.checked.notices += 1;
    receipts.add({ effectId, person }, { status, ...(lastCode === undefined ? {} : { lastCode }) });
    const asked = named.notices.get(effectId);
    if (asked?.noticeId === noticeId && asked.people.has(person)) continue;
    if (asked === undefined && !isOver && named.mayBeUnrecorded(effectId)) underWay += 1;
    else if (whole || asked !== undefined)
      findings.fault({ code: 'notice_stray', ...seqAndType(asked), item: `${effectId} ${noticeId} ${person}` });
  }
  checkReached(named, receipts, findings);
  checkMissing(named, receipts, findings);
  checkNotReached(named, receipts, findings);
  findings.remark({ code: 'not_recorded_yet', count: underWay, item: 'notices' });
}

function checkReached(named: NamedInEvents, receipts: Receipts, findings: Findings): void {
  for (const reached of named.accepted) {
    const found = receipts.of(reached);
    if (found.length > 0 && !found.some(isAccepted)) differs(reached, found, 'accepted', findings);
  }
}

function checkMissing(named: NamedInEvents, receipts: Receipts, findings: Findings): void {
  const missed = new Set<string>();
  for (const tried of [...named.accepted, ...named.triedInVain()]) {
    if (receipts.of(tried).length > 0 || missed.has(receiptKey(tried))) continue;
    missed.add(receiptKey(tried));
    const { seq, type } = tried;
    findings.fault({ code: 'notice_missing', seq, type, item: itemOf(tried) });
  }
}

/** A refusal is the last word; what was only given up may have arrived since. */
function checkNotReached(named: NamedInEvents, receipts: Receipts, findings: Findings): void {
  const late: string[] = [];
  for (const tried of named.unreachable) {
    const found = receipts.of(tried);
    const { code, mayArrive } = tried;
    if (mayArrive) {
      if (found.some(isAccepted)) late.push(itemOf(tried));
    } else if (code === 'no_address') {
      if (found.some(isAccepted)) differs(tried, found, code, findings);
    } else if (found.length > 0 && !found.some((receipt) => isRefused(receipt, code))) {
      differs(tried, found, `rejected (${code})`, findings);
    }
  }
  for (const tried of named.cancelled) if (receipts.of(tried).some(isAccepted)) late.push(itemOf(tried));
  findings.remark({ code: 'notice_arrived_late', ...counted(late) });
}

const isAccepted = ({ status }: Receipt) => status === 'accepted';

function isRefused({ status, lastCode }: Receipt, code: string): boolean {
  return status === 'rejected' && (lastCode === undefined || (lastCode ?? 'rejected') === code);
}

function differs(tried: Attempted, receipts: Receipt[], needed: string, findings: Findings): void {
  const { seq, type } = tried;
  const found = receipts.map(({ status, lastCode }) =>
    typeof lastCode === 'string' ? `${status} (${lastCode})` : status,
  );
  findings.fault({ code: 'notice_differs', seq, type, item: itemOf(tried), found: found.join(', '), needed });
}

function itemOf({ person, effectId }: Attempted): string {
  return `${person} (${effectId})`;
}

type Recipient = Pick<Attempted, 'effectId' | 'person'>;

/** A person may have several, one on each channel. */
class Receipts {
  private readonly kept = new Map<string, Receipt[]>();

  add(of: Recipient, receipt: Receipt): void {
    this.kept.set(receiptKey(of), [...this.of(of), receipt]);
  }

  of(recipient: Recipient): Receipt[] {
    return this.kept.get(receiptKey(recipient)) ?? [];
  }
}

/** Two ids that cannot be mistaken for others put together. */
function receiptKey({ effectId, person }: Recipient): string {
  return JSON.stringify([effectId, person]);
}
