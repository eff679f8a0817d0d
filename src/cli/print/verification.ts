import type { DrillVerification, ImprovementVerification, RecordVerification } from '../../api/contract.js';
import { oneLine } from '../../domain/words/index.js';
import type { Voice } from '../session.js';

type Verification = RecordVerification | ImprovementVerification | DrillVerification;

/** One line that counts, then each fault, then what the check leaves open. */
export function verificationLines(verification: Verification, { say, style }: Pick<Voice, 'say' | 'style'>): string[] {
  const { intact, seq, head, faults, faultsInAll, remarks } = verification;
  const id = idOf(verification);
  const left = faultsInAll - faults.length;
  return [
    intact
      ? style.good(say(`${id}: the record is intact.`, `${id}：记录完好。`))
      : style.bad(
          say(
            `${id}: ${faultsInAll} ${faultsInAll === 1 ? 'thing is' : 'things are'} not as recorded.`,
            `${id}：有 ${faultsInAll} 处与记录不符。`,
          ),
        ),
    ...faults.map(({ words }) => `  ${words}`),
    ...(left > 0 ? [say(`  … and ${left} more.`, `  ……另有 ${left} 处。`)] : []),
    ...(head === ''
      ? []
      : [
          'incidentId' in verification ? counts(verification, say) : eventCount(verification, say),
          say(`  Head: ${head} (event ${seq})`, `  末尾哈希值：${head}（第 ${seq} 号事件）`),
          ...improvementHeads(verification, say),
        ]),
    ...remarks.map(({ words }) => style.dim(`  ${words}`)),
  ];
}

function improvementHeads(verification: Verification, say: Voice['say']): string[] {
  const { improvements = [] } = 'improvements' in verification ? verification : {};
  return improvements.map(({ id, seq, head }) =>
    say(
      `  Head of the improvement ${oneLine(id)}: ${oneLine(head)} (event ${seq})`,
      `  改进措施 ${oneLine(id)} 的末尾哈希值：${oneLine(head)}（第 ${seq} 号事件）`,
    ),
  );
}

function idOf(verification: Verification): string {
  if ('incidentId' in verification) return verification.incidentId;
  return 'drillId' in verification ? verification.drillId : verification.improvementId;
}

function eventCount({ checked }: ImprovementVerification | DrillVerification, say: Voice['say']): string {
  const { events } = checked;
  if ('documents' in checked) {
    const { documents } = checked;
    return say(
      `  Compared: ${events} events, ${documents} papers.`,
      `  已核对：事件 ${events} 个，文书 ${documents} 份。`,
    );
  }
  const { evidence } = checked;
  return say(
    `  Compared: ${events} events, ${evidence} files of evidence.`,
    `  已核对：事件 ${events} 个，凭证文件 ${evidence} 个。`,
  );
}

function counts({ checked }: RecordVerification, say: Voice['say']): string {
  const { events, messages, repeated, notices, documents, evidence, plans, improvements } = checked;
  const besides =
    improvements === undefined
      ? ''
      : say(`, ${improvements} improvements that came of it`, `，由此产生的改进措施 ${improvements} 项`);
  return say(
    `  Compared: ${events} events, ${messages} messages (${repeated} decided again with the same outcome), ${notices} receipts, ${documents} documents, ${evidence} files of evidence, ${plans} versions of the plan${besides}.`,
    `  已核对：事件 ${events} 个，消息 ${messages} 条（其中 ${repeated} 条重新处理后结果相同），通知回执 ${notices} 份，文书 ${documents} 份，凭证文件 ${evidence} 个，预案版本 ${plans} 个${besides}。`,
  );
}
