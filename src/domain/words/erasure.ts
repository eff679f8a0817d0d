import type { Doubt } from '../erasure/index.js';
import { said } from '../lang.js';
import type { Lang, Said } from '../lang.js';

export interface ErasureTold {
  kind: 'person' | 'incident';
  subject: string;
  preview: boolean;
  idRows: number;
  /** Tables in which a search finds something still. */
  left: readonly { table: string; rows: number }[];
  /** Files of evidence that nobody has decided on. */
  undecided: number;
  /** Incidents, improvements and drills whose history is not gone yet. */
  pending: readonly string[];
  doubts: readonly Doubt[];
  /** Nothing of it is left in the files of the database either. */
  cleared: boolean;
}

/** What somebody who erases has to know, besides the counts. */
export function erasureWords(told: ErasureTold, lang: Lang): string[] {
  const { kind, subject, preview, idRows, left, undecided, pending, cleared, doubts } = told;
  const places = left.map(({ table, rows }) => `${table} (${rows})`).join(', ');
  const command = `muster erase ${kind} ${subject}`;
  const sentences = [
    ...(preview ? doubts.map(doubtWords) : []),
    !preview &&
      doubts.some((doubt) => 'with' in doubt) &&
      said(
        'A name, an address or a number that the roster gives to somebody else now does not count as left.',
        '通讯录中现属他人的姓名、地址或号码，不视为遗留。',
      ),
    idRows > 0 &&
      said(
        `The id "${subject}" is a pseudonym that the hash chain carries: it stays, in ${idRows} rows. Where it was made from the name, it still tells who it was.`,
        `编号“${subject}”是哈希链中的化名，予以保留，共 ${idRows} 行。编号若由姓名拼成，仍可推知本人。`,
      ),
    undecided > 0 &&
      said(
        `${undecided} files of evidence may hold personal data; nothing can look into them. Decide on each, and destroy with --evidence <sha256>.`,
        `有 ${undecided} 个凭证文件可能含个人信息，系统无法查看其内容。请逐一判断，需要销毁的用 --evidence <sha256>。`,
      ),
    preview &&
      left.length > 0 &&
      said(
        `A search finds something in these tables, with so many rows: ${places}.`,
        `检索到内容的数据表及行数：${places}。`,
      ),
    !preview &&
      left.length > 0 &&
      said(
        `A search still finds something in: ${places}. In plans and incident_bases it belongs to what was approved or sealed; a new version of the plan has to leave it out.`,
        `检索发现以下位置仍有内容：${places}。plans 和 incident_bases 中的内容属于已批准或已封存的文本，须在新版预案中去除。`,
      ),
    pending.length > 0 &&
      said(
        `Temporal has not deleted the history of ${pending.join(', ')} yet. Give the same command again: ${command}`,
        `Temporal 尚未删除 ${pending.join('、')} 的历史。请再次执行：${command}`,
      ),
    !cleared &&
      said(
        'The files of PostgreSQL still hold what was erased: run VACUUM FULL on the database, and remove old WAL archives.',
        'PostgreSQL 的数据文件中仍有已删除的内容：请对该数据库执行 VACUUM FULL，并清除旧的 WAL 归档。',
      ),
    said(
      'Not reached: backups, bundles and documents that were handed out or mailed, other mail servers, files from which roster or plan are imported, freed space in the database file of Temporal (docs/operators.md).',
      '未涉及：备份，已交出或发出的导出包、文书和邮件，外部邮件服务器，用于导入通讯录和预案的文件，以及 Temporal 数据库文件中已释放的空间（见 docs/operators.md）。',
    ),
  ];
  return sentences.flatMap((sentence) => (sentence === false ? [] : [sentence[lang]]));
}

/** Names what is looked for: only before it is erased. */
function doubtWords(doubt: Doubt): Said {
  const { word } = doubt;
  switch (doubt.kind) {
    case 'short':
      return said(
        `"${word}" is short or a common word, and may stand where nobody is meant: read each text that would go.`,
        `“${word}”较短或为常用词，可能并非指人，请逐条核对将删除的文字。`,
      );
    case 'ordinary':
      return said(
        `The chat id "${word}" may be a word or a number of something else: it is looked for only behind "@" or beside the name of its channel.`,
        `聊天账号“${word}”可能与普通词语或数字相同，仅在“@”之后或渠道名称旁才视为本人账号。`,
      );
    case 'shared':
      return said(
        `"${word}" is the name of ${doubt.with} too: texts with it go from what is over; roster, mails, ledger and what is still open keep it.`,
        `“${word}”也是 ${doubt.with} 的姓名：已了结事项中含此姓名的文字将被删除，通讯录、邮件、台账和未了结事项予以保留。`,
      );
    case 'passedOn':
      return said(
        `"${word}" belongs to ${doubt.with} in the roster now: it is not looked for.`,
        `通讯录中“${word}”现属 ${doubt.with}，不予查找。`,
      );
  }
}
