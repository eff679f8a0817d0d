import type { ImprovementVerdict, RecordCounts, RecordFault, RecordRemark, RecordVerdict } from '../domain/record.js';

/** Of more than so many, the number is told: whoever reads them wants to know where it begins. */
const MOST_FAULTS = 200;
/** A part of what was found, where it is long. */
const MOST_CHARS = 120;

/** What a check has come upon so far. */
export class Findings {
  readonly faults: RecordFault[] = [];
  faultsInAll = 0;
  readonly improvements: Required<RecordVerdict>['improvements'] = [];
  readonly remarks: RecordRemark[] = [];
  readonly checked: RecordCounts = {
    events: 0,
    messages: 0,
    repeated: 0,
    notices: 0,
    documents: 0,
    evidence: 0,
    plans: 0,
  };

  fault(fault: RecordFault): void {
    this.faultsInAll += 1;
    if (this.faults.length >= MOST_FAULTS) return;
    const { found, needed } = fault;
    this.faults.push({
      ...fault,
      ...(found === undefined ? {} : { found: shown(found) }),
      ...(needed === undefined ? {} : { needed: shown(needed) }),
    });
  }

  /** What was found in an improvement that came of it. What is said of every record is said once. */
  include({ improvementId: improvement, seq, head, faults, faultsInAll, remarks }: ImprovementVerdict): void {
    this.improvements.push({ id: improvement, seq, head });
    for (const fault of faults) this.fault({ ...fault, improvement });
    this.faultsInAll += faultsInAll - faults.length;
    for (const remark of remarks) if (remark.code !== 'head_to_keep') this.remark({ ...remark, improvement });
  }

  remark(remark: RecordRemark): void {
    if (remark.count !== 0) this.remarks.push(remark);
  }
}

function shown(text: string): string {
  return text.length <= MOST_CHARS ? text : `${text.slice(0, MOST_CHARS).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

const MOST_LISTED = 20;

/** How many there are, and the first of them by name. */
export function counted(items: readonly string[]): { count: number; item: string } {
  const more = items.length > MOST_LISTED ? ' …' : '';
  return { count: items.length, item: `${items.slice(0, MOST_LISTED).join(', ')}${more}` };
}
