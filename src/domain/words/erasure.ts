import type { Lang } from '../lang.js';
import { said } from '../lang.js';

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
  /** Nothing of it is left in the files of the database either. */
  cleared: boolean;
}

/** What somebody who erases has to know, besides the counts. */
export function erasureWords(told: ErasureTold, lang: Lang): string[] {
  const { kind, subject, preview, idRows, left, undecided, pending, cleared } = told;
  const places = left.map(({ table, rows }) => `${table} (${rows})`).join(', ');
  const command = `muster erase ${kind} ${subject}`;
  const sentences = [
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
