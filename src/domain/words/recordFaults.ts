import type { Lang, Said } from '../lang.js';
import { said } from '../lang.js';
import type { FaultCode, NoBundleReason, RecordFault, RecordRemark, RemarkCode } from '../record.js';

/** `{item}` is what the fault is about besides the event; found and needed stand behind the sentence. */
const FAULTS: Record<FaultCode, Said> = {
  event_missing: said('is missing', '缺失'),
  event_unreadable: said('cannot be read', '无法读取'),
  event_changed: said('is not what was sealed', '与封存时不一致'),
  text_changed: said('the text “{item}” is not what was sealed', '文字“{item}”与封存时不一致'),
  event_stray: said('stands where the record has ended', '位于记录末尾之后'),
  text_taken_out: said(
    'the text “{item}” is gone, and no erasure is on record for it',
    '文字“{item}”已不存在，且没有删除记录',
  ),
  not_erased: said('an erasure is on record for {item}, and it is still there', '有删除记录，但 {item} 仍然存在'),
  events_do_not_add_up: said('the state cannot be computed from here on', '从此处起无法推算状态'),
  head_changed: said(
    'the stored hash of the last event is not the hash of that event',
    '所存的末尾哈希值与最后一个事件不一致',
  ),
  head_differs: said('the hash is not the one that was kept elsewhere', '哈希值与另处保存的值不一致'),
  state_unreadable: said('the stored state cannot be read', '所存状态无法读取'),
  state_changed: said(
    'the stored state is not what the events give, at “{item}”',
    '所存状态与事件推算结果不一致，位置“{item}”',
  ),
  basis_missing: said('what the incident was pinned to is missing ({item})', '事故所依据的预案编译件缺失（{item}）'),
  basis_changed: said(
    'what the incident was pinned to has changed ({item})',
    '事故所依据的预案编译件已被改动（{item}）',
  ),
  message_missing: said('the message that caused it is missing', '引起该事件的消息缺失'),
  message_unreadable: said('the message that caused it cannot be read', '引起该事件的消息无法读取'),
  message_changed: said('the message that caused it has changed', '引起该事件的消息已被改动'),
  message_stray: said('a message is kept for it, but no message caused it', '存有一条消息，但该事件不由消息引起'),
  message_differs: said(
    'the message that is kept for it is not the one that caused it: “{item}” differs',
    '所存消息不是引起该事件的消息：“{item}”不一致',
  ),
  document_missing: said('the document {item} is missing', '文书 {item} 缺失'),
  document_changed: said('the document {item} is not what was written', '文书 {item} 与写成时不一致'),
  document_differs: said('the document {item} is kept as another kind', '文书 {item} 的种类与记录不一致'),
  document_stray: said('no event names the document {item}', '没有事件提到文书 {item}'),
  evidence_missing: said('the file of evidence {item} is missing', '凭证文件 {item} 缺失'),
  evidence_changed: said('the file of evidence {item} has changed', '凭证文件 {item} 已被改动'),
  notice_missing: said('there is no receipt of the notice to {item}', '缺少发给 {item} 的通知回执'),
  notice_differs: said('the receipt of the notice to {item} says otherwise', '发给 {item} 的通知，回执与记录不一致'),
  notice_stray: said('a receipt is kept of a notice that nobody asked for: {item}', '存有未经下达的通知回执：{item}'),
  publication_missing: said('{item} is out, and the public page does not have it', '{item} 已发布，但公开页面上没有'),
  publication_changed: said(
    'what the public page shows of {item} is not what was approved',
    '公开页面上的 {item} 与批准的内容不一致',
  ),
  publication_stray: said('the public page shows {item}, which nobody approved', '公开页面上有 {item}，但无人批准发布'),
  improvement_missing: said(
    'the improvement {item}, which came of the incident, is missing',
    '由本起事故产生的改进措施 {item} 缺失',
  ),
  improvement_stray: said('the improvement {item} came of another incident', '改进措施 {item} 不是由本起事故产生的'),
  plan_missing: said('the version {item} of the plan is missing', '预案版本 {item} 缺失'),
  plan_changed: said('the version {item} of the plan has changed', '预案版本 {item} 已被改动'),
  bundle_hash_differs: said('the file is not the one that was exported', '该文件不是当初导出的文件'),
  bundle_unreadable: said(
    'the file is no bundle of a record as Muster writes it{item}',
    '该文件不是 Muster 导出包{item}',
  ),
  bundle_changed: said('the bundle is not as it was written, at {item}', '导出包与写成时不一致，位置：{item}'),
  file_missing: said('the file {item} is missing from the bundle', '导出包中缺少文件 {item}'),
  file_changed: said('the file {item} in the bundle has changed', '导出包中的文件 {item} 已被改动'),
  file_stray: said('the bundle holds a file that does not belong there: {item}', '导出包中有不应有的文件：{item}'),
  manifest_unreadable: said('the manifest of the bundle cannot be read: {item}', '导出包清单无法读取：{item}'),
  manifest_differs: said('the manifest says otherwise than the record: “{item}”', '清单与记录不一致：“{item}”'),
};

const NO_BUNDLE: Record<NoBundleReason, Said> = {
  size: said('it has {part} bytes', '文件大小为 {part} 字节'),
  no_end: said('its end is missing', '缺少文件尾'),
  directory: said('its list of files does not add up', '文件目录不一致'),
  twice: said('it holds {part} twice', '{part} 出现两次'),
  file_name: said('it holds a file of the name {part}', '含有名为 {part} 的文件'),
  compressed: said('{part} is compressed', '{part} 经过压缩'),
  out_of_order: said('{part} does not follow the file before it', '{part} 与前一文件不相接'),
  cut_off: said('it ends too early', '文件不完整'),
  part_too_large: said('{part} is larger than it may be', '{part} 超出允许的大小'),
  part_unreadable: said('{part} cannot be read', '{part} 无法读取'),
};

/** Why a file is no bundle. */
export function noBundleWords(why: NoBundleReason, part: string, lang: Lang): string {
  return filled(NO_BUNDLE[why][lang], { part });
}

/** What these say is said of the event itself. */
const OF_THE_EVENT: readonly FaultCode[] = ['event_missing', 'event_unreadable', 'event_changed', 'event_stray'];

const FOUND = said('found {found}', '现为 {found}');
const NEEDED = said('needed {needed}', '应为 {needed}');

export function faultWords(fault: RecordFault, lang: Lang): string {
  const { improvement, seq, type, found, needed } = fault;
  const item =
    fault.why === undefined ? (fault.item ?? '') : because(noBundleWords(fault.why, fault.item ?? '', lang), lang);
  const what = filled(FAULTS[fault.code][lang], { item });
  const told = [
    ...(found === undefined ? [] : [filled(FOUND[lang], { found })]),
    ...(needed === undefined ? [] : [filled(NEEDED[lang], { needed })]),
  ];
  const ofTheEvent = seq !== undefined && OF_THE_EVENT.includes(fault.code);
  if (lang === 'zh-CN') {
    const event = seq === undefined ? [] : [`第 ${seq} 号事件${type === undefined ? '' : `（${type}）`}`];
    const place = [...(improvement === undefined ? [] : [`改进措施 ${improvement}`]), ...event].join(' ');
    return `${place}${place === '' || ofTheEvent ? '' : '：'}${[what, ...told].join('，')}。`;
  }
  const event = seq === undefined ? [] : [`event ${seq}${type === undefined ? '' : ` (${type})`}`];
  const place = [...(improvement === undefined ? [] : [`improvement ${improvement}`]), ...event].join(', ');
  const sentence = told.length === 0 ? what : `${what}; ${told.join(', ')}`;
  return capitalised(`${place}${place === '' ? '' : ofTheEvent ? ' ' : ': '}${sentence}.`);
}

function because(reason: string, lang: Lang): string {
  return lang === 'zh-CN' ? `：${reason}` : `: ${reason}`;
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const REMARKS: Record<RemarkCode, Said> = {
  head_to_keep: said(
    'Whoever owns the database can write the whole record anew, hashes included. Compare the hash of the last event with one that is kept elsewhere: in a bundle exported before, in an incident report, on paper.',
    '掌握数据库的人可以连同哈希值重写整份记录。请将末尾哈希值与另处保存的值核对：此前的导出包、事故报告书或纸质留存。',
  ),
  not_covered: said(
    'Not proven: when the store took something in, the times that the public page shows, addresses and wording of notices, of receipts the channel, the number and times of attempts and the reasons of what was tried again, the names, types and senders of uploaded files, and what a sender said to have seen.',
    '不在校验之列：入库时间、公开页面所示时间、通知的地址和措辞、回执所载的通道、尝试次数和时间以及重试的原因、上传文件的名称、类型和上传人，以及发送人所称已阅的进度。',
  ),
  drill_not_covered: said(
    'Not proven: what was said in feedback without a name, which is in no event, when the store took something in, addresses, wording and receipts of mails.',
    '不在校验之列：不记名反馈的内容（不写入事件）、入库时间、邮件的地址、措辞和回执。',
  ),
  messages_by_mark: said(
    '{count} messages carry no mark of their own in the chain, because the program sent them to itself. What followed from them is in the chain; they themselves are compared with the checksum stored beside them, with the kind of event that they bring and with the effect that both are about.',
    '{count} 条消息由程序发给自身，在哈希链中没有标记。其后果已在链中；消息本身与旁存的校验值、所引起事件的类型以及两者所涉事项核对。',
  ),
  messages_not_repeated: said(
    'Asked again, this release of Muster answers {count} messages otherwise than is on record (events {item}). An earlier release may have decided otherwise; the events count.',
    '本版本 Muster 对其中 {count} 条消息会作出与记录不同的处理（事件 {item}）。可能由早期版本处理；以事件为准。',
  ),
  texts_erased: said(
    '{count} texts were erased. Their digests are still in the chain.',
    '有 {count} 处文字已被删除，其摘要仍在哈希链中。',
  ),
  messages_erased: said(
    '{count} messages no longer say everything that was sent. What is left of them is compared with the erasure on record.',
    '有 {count} 条消息的部分内容已被删除，其余内容已与删除记录核对。',
  ),
  document_erased: said(
    '{count} documents were destroyed or written anew without personal data. The hashes of those that were stay in the chain: {item}.',
    '有 {count} 份文书因含个人信息已销毁或重新生成，原文书的哈希值仍在链中：{item}。',
  ),
  evidence_erased: said(
    '{count} files of evidence were destroyed because of personal data: {item}.',
    '有 {count} 个凭证文件因含个人信息已销毁：{item}。',
  ),
  state_lacks: said(
    'The stored state lacks what this release of Muster would keep ({item}): an earlier release kept it, or somebody took it out. The events count.',
    '所存状态缺少本版本 Muster 会保留的内容（{item}）：可能由早期版本保存，也可能被人删去。以事件为准。',
  ),
  state_unchecked: said(
    'Because the events are not whole, the stored state was not compared, and of what no event names nothing is said.',
    '因事件不完整，未核对所存状态，也不判断没有事件提到的内容。',
  ),
  plan_compiled_otherwise: said(
    'This release of Muster compiles the version {item} of the plan otherwise than it was compiled then. The plan itself is what the events name.',
    '本版本 Muster 对预案版本 {item} 的编译结果与当时不同。预案正文与事件所载一致。',
  ),
  first_basis_unknown: said(
    'Who held the posts at the report is not kept for an incident that an earlier release recorded; it is taken from what is known.',
    '该事故由早期版本记录，未保存报告时的任职情况，按已知情况推算。',
  ),
  first_basis_not_sealed: said(
    'Not proven: who held the posts at the report. The incident was reported under an earlier release, which did not put that into the chain; it is held against a hash beside it only.',
    '不在校验之列：报告时的任职情况。该事故由早期版本受理，任职情况未写入哈希链，仅与旁存的哈希值核对。',
  ),
  notice_arrived_late: said(
    '{count} notices that the record gave up have arrived after all, by their receipts: {item}. That can be, when a mail was on its way; the events do not say so.',
    '有 {count} 份通知在记录中已放弃发送，但回执显示后来送达：{item}。邮件当时可能尚在途中；事件中没有记载。',
  ),
  not_recorded_yet: said(
    '{count} things are under way, and their events not recorded yet.',
    '有 {count} 项正在进行，其事件尚未记录。',
  ),
  evidence_unused: said(
    '{count} files of evidence are kept that no event names.',
    '有 {count} 个凭证文件没有事件提到。',
  ),
  evidence_withheld: said(
    '{count} files of evidence are not in the bundle: whoever exported it holds no post in the incident, or together they were more than 4 GB.',
    '导出包中未附 {count} 个凭证文件：导出人在该事故中未任职，或文件合计超过 4 GB。',
  ),
  improvements_unchecked: said(
    'The bundle holds no improvements, and {count} came of the incident ({item}): an earlier release exported none. Each has a proof of its own where it is kept.',
    '导出包中没有改进措施，而由本起事故产生的有 {count} 项（{item}）：早期版本不导出。可在其所存之处逐项校验。',
  ),
  other_release: said(
    'Another release of Muster wrote this: {item}. What this release does not know was held against the hashes alone; check it with that release as well.',
    '以下内容由 Muster 的其他版本写成：{item}。本版本不认识的部分只核对了哈希值；请再用该版本校验。',
  ),
  faulty_when_exported: said('{count} faults were there already when it was exported.', '导出时已有 {count} 处不符。'),
};

export function remarkWords({ code, improvement, count, item = '' }: RecordRemark, lang: Lang): string {
  const words = filled(REMARKS[code][lang], { item, count: String(count ?? '') });
  if (improvement === undefined) return words;
  return lang === 'zh-CN' ? `改进措施 ${improvement}：${words}` : `Improvement ${improvement}: ${words}`;
}

function filled(words: string, values: Record<string, string>): string {
  return words.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
}
