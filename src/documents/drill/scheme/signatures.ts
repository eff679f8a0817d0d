import { mayApprove } from '../../../domain/drill/index.js';
import { formatDate } from '../../../domain/words/index.js';
import type { SignaturePage } from '../../model.js';
import { table } from '../parts.js';
import { approvedAt, author, signOffs } from './approval.js';
import type { SchemeContext } from './context.js';

export function signatures(context: SchemeContext): SignaturePage {
  const { words, state, say, names, lang, zone, rules } = context;
  const { labels } = words;
  const { name, post } = author(context);
  const approved = approvedAt(context);
  const rows = [
    [words.signed.author, name, post, '', ''],
    ...mayApprove(state).map((person) => [words.signed.approver, say.person(person), say.post(rules.approver), '', '']),
  ];
  const signed = signOffs(context);
  const [made] = table(
    words.captions.signatures,
    [
      [labels.act, 16],
      [labels.name, 20],
      [labels.post, 24],
      [labels.signature, 22],
      [labels.date, 18],
    ],
    rows,
  );
  return {
    heading: words.headings.signatures,
    note: words.signaturesNote,
    table: made?.kind === 'table' ? made.table : { caption: '', columns: [], rows: [] },
    ...(signed === undefined ? {} : { signed }),
    seal: words.seal,
    organisation: names.organisation(lang),
    date: approved === undefined ? words.dateByHand : formatDate(approved, lang, zone),
  };
}
