import type { RefusalCode } from '../domain/incident/index.js';
import type { Lang } from '../domain/lang.js';

export interface ProblemKind {
  status: number;
  title: Record<Lang, string>;
  /** `{name}` is replaced by what was found or needed under that name. */
  detail: Record<Lang, string>;
}

const say = (status: number, en: string, zh: string, enDetail: string, zhDetail: string): ProblemKind => ({
  status,
  title: { en, 'zh-CN': zh },
  detail: { en: enDetail, 'zh-CN': zhDetail },
});

/** What goes wrong at the edge, before or beside the machine. */
export const EDGE_PROBLEMS = {
  malformed_json: say(
    400,
    'The body is not JSON',
    '请求体不是合法的 JSON',
    'Send one JSON object, encoded as UTF-8.',
    '请发送一个 UTF-8 编码的 JSON 对象。',
  ),
  malformed_request: say(
    400,
    'The request cannot be read',
    '无法读取该请求',
    'Address or transfer of the request are damaged.',
    '请求的地址或传输内容已损坏。',
  ),
  bad_header: say(
    400,
    'A header cannot be used',
    '请求头不可用',
    'The header {header} needs: {form}.',
    '请求头 {header} 应为：{form}。',
  ),
  token_required: say(
    401,
    'A token is needed',
    '需要令牌',
    'Send the header "Authorization: Bearer <token>". The operator creates tokens with `muster token create`.',
    '请发送请求头“Authorization: Bearer <令牌>”。令牌由管理员用 `muster token create` 创建。',
  ),
  token_invalid: say(
    401,
    'This token is not valid',
    '令牌无效',
    'It is unknown, expired or revoked. Ask the operator for a new one.',
    '令牌不存在、已过期或已撤销，请向管理员申请新令牌。',
  ),
  bad_signature: say(
    401,
    'The signature does not fit',
    '签名不符',
    'Sign "<timestamp>.<raw body>" with HMAC-SHA256 under the secret of this source and send X-Muster-Source, X-Muster-Timestamp and "X-Muster-Signature: sha256=<hex>".',
    '请用该来源的密钥对“<时间戳>.<原始请求体>”做 HMAC-SHA256 签名，并发送 X-Muster-Source、X-Muster-Timestamp 和“X-Muster-Signature: sha256=<十六进制>”。',
  ),
  stale_signature: say(
    401,
    'The signature is too old or too new',
    '签名时间超出允许范围',
    'Its timestamp differs from the time of this server by {seconds} s; at most {atMost} s are allowed. Check the clock of the sender, and sign again.',
    '签名时间与本服务器相差 {seconds} 秒，最多允许 {atMost} 秒。请校准发送方时钟后重新签名。',
  ),
  operator_required: say(
    403,
    'Only the operator may do this',
    '仅限管理员操作',
    'Use the operator token. No post in the plan gives this right.',
    '请使用管理员令牌。预案中的任何岗位都不授予此权限。',
  ),
  person_required: say(
    403,
    'Only a person can do this',
    '须由个人操作',
    'The operator token stands for the installation, not for a person who was called. Use a token of that person.',
    '管理员令牌代表系统，不代表被通知的人员。请使用本人的令牌。',
  ),
  not_found: say(
    404,
    'There is nothing here',
    '此处无内容',
    'No call is known under {path}. See /docs.',
    '{path} 不是有效的接口地址，参见 /docs。',
  ),
  incident_not_found: say(
    404,
    'No such incident',
    '没有这起事故',
    'No incident is recorded under the id {incidentId}.',
    '编号 {incidentId} 下没有事故记录。',
  ),
  document_not_found: say(
    404,
    'No such document',
    '没有这份文书',
    'Incident {incidentId} has no document {documentId} in the format {format}. Documents are written after termination.',
    '事故 {incidentId} 没有格式为 {format} 的文书 {documentId}。文书在应急终止后生成。',
  ),
  token_not_found: say(
    404,
    'No such token',
    '没有这个令牌',
    'No token has the id {tokenId}.',
    '没有编号为 {tokenId} 的令牌。',
  ),
  mail_not_found: say(
    404,
    'No such mail',
    '没有这封邮件',
    'The mailbox holds no mail {mailId}.',
    '邮箱中没有邮件 {mailId}。',
  ),
  plan_version_not_found: say(
    404,
    'No such version of the plan',
    '没有该版本的预案',
    'The plan {plan} has no version {version}.',
    '预案 {plan} 没有第 {version} 版。',
  ),
  plan_not_effective: say(
    409,
    'That version is not in effect',
    '该版本未生效',
    'Version {version} is {status}. An incident can only move to a version that is in effect.',
    '第 {version} 版的状态为 {status}。事故只能切换到已生效的版本。',
  ),
  roster_does_not_fit: say(
    409,
    'The people of the roster cannot run that version',
    '现有通讯录无法执行该版本',
    'Nobody, or nobody suitable, holds: {posts}. Fill these posts in the roster first.',
    '以下岗位无人或无合适人员：{posts}。请先在通讯录中补充。',
  ),
  register_version_not_found: say(
    404,
    'No such version',
    '没有这个版本',
    'There is no version {version}; see the list of versions.',
    '没有第 {version} 版，参见版本列表。',
  ),
  method_not_allowed: say(
    405,
    'This address does not take that method',
    '该地址不支持此方法',
    '{path} takes {allowed}, not {method}.',
    '{path} 支持 {allowed}，不支持 {method}。',
  ),
  not_yet: say(
    409,
    'Not recorded yet',
    '尚未记录',
    'The record is at seq {seq}, asked for was {minSeq}. Ask again; what is recorded so far stands under `incident`.',
    '记录目前到第 {seq} 条，所请求的是第 {minSeq} 条。请稍后再试；已记录的内容见 `incident`。',
  ),
  report_key_reused: say(
    409,
    'This Idempotency-Key belongs to another report',
    '该 Idempotency-Key 已用于另一份报告',
    'It opened incident {incidentId}. Send the same report again, or another one under another key.',
    '它已用于事故 {incidentId}。请重新发送同一报告，或为新的报告换用其他键。',
  ),
  incident_not_running: say(
    409,
    'Nothing runs this incident any more',
    '该事故已不再运行',
    'The record says {phase}, but its workflow has ended. The decision was not taken. The operator must look into it.',
    '记录显示阶段为 {phase}，但其工作流已经结束。该决定未被执行，须由管理员检查。',
  ),
  register_changed: say(
    409,
    'Somebody else has imported meanwhile',
    '其间已有人导入',
    'The newest version is no longer the one that this was compared with. Nothing was saved. Look at the difference again, with `preview`.',
    '当前版本已不是作比较的那一版。未保存任何内容，请用 `preview` 重新查看差异。',
  ),
  body_too_large: say(
    413,
    'The body is too large',
    '请求体过大',
    'At most {limit} bytes are read.',
    '请求体最多 {limit} 字节。',
  ),
  unsupported_media_type: say(
    415,
    'This kind of body is not read',
    '不支持的内容类型',
    'Send "Content-Type: application/json" in UTF-8, not compressed. Found: {contentType}.',
    '请使用“Content-Type: application/json”、UTF-8 编码且不压缩。实际为：{contentType}。',
  ),
  invalid_request: say(
    422,
    'The request does not have the right form',
    '请求内容不符合要求',
    'See `errors` for each field, and /docs for the whole form.',
    '各字段的问题见 `errors`，完整格式见 /docs。',
  ),
  register_unusable: say(
    422,
    'This cannot be imported',
    '无法导入',
    'See `problems` for each place and what to do there; {count} in all. Nothing was changed.',
    '各处的问题和处理办法见 `problems`，共 {count} 处。原有内容未作改动。',
  ),
  unknown_category: say(
    422,
    'The plan has no such category',
    '预案中没有该类别',
    'Found: {category}. The plan has: {categories}.',
    '所填类别：{category}。预案中的类别：{categories}。',
  ),
  unknown_fact: say(
    422,
    'The plan has no such fact',
    '预案中没有该项事实',
    'Found: {facts}. The plan has: {known}.',
    '所填事实：{facts}。预案中的事实：{known}。',
  ),
  wrong_fact_type: say(
    422,
    'A fact has the wrong type',
    '事实的类型不符',
    'The fact {fact} is a {type}.',
    '事实 {fact} 的类型应为 {type}。',
  ),
  unknown_option: say(
    422,
    'The fact has no such option',
    '该项事实没有此选项',
    'Found: {option} for the fact {fact}. The plan has: {options}.',
    '事实 {fact} 所填：{option}。预案中的选项：{options}。',
  ),
  unknown_person: say(
    422,
    'The roster has no such person',
    '通讯录中没有此人',
    'Found: {person}.',
    '所填人员：{person}。',
  ),
  bad_cursor: say(
    422,
    'This cursor is not one that a list has given out',
    '游标无效',
    'Take `next` of the page before as it is, or begin without a cursor.',
    '请原样使用上一页的 `next`，或不带游标重新开始。',
  ),
  rate_limited: say(
    429,
    'Too many requests',
    '请求过于频繁',
    'Ask again in {retryAfter} s.',
    '请在 {retryAfter} 秒后重试。',
  ),
  internal_error: say(
    500,
    'Something is broken here',
    '服务器内部错误',
    'It is in the log under the id in `instance`. The same request may be sent again under the same Idempotency-Key.',
    '日志中以 `instance` 的编号记录了该错误。可用相同的 Idempotency-Key 重新发送同一请求。',
  ),
  temporal_unavailable: say(
    503,
    'Temporal does not answer',
    'Temporal 无响应',
    'Send the same request again under the same Idempotency-Key: it will not happen twice.',
    '请用相同的 Idempotency-Key 重新发送同一请求，不会重复执行。',
  ),
  store_unavailable: say(
    503,
    'The database does not answer',
    '数据库无响应',
    'Send the same request again under the same Idempotency-Key: it will not happen twice.',
    '请用相同的 Idempotency-Key 重新发送同一请求，不会重复执行。',
  ),
  no_plan: say(
    503,
    'No plan is effective',
    '没有生效的预案',
    'An incident needs an effective plan and a roster. The operator must load them.',
    '事故须依据生效的预案和通讯录处置，请管理员先行导入。',
  ),
  too_many_streams: say(
    503,
    'Too many streams are open',
    '打开的事件流过多',
    'At most {atMost} are served. Close one, or ask again later.',
    '最多同时提供 {atMost} 个事件流。请关闭其中一个或稍后再试。',
  ),
} satisfies Record<string, ProblemKind>;

/**
 * What the machine refuses: 403 for lack of authority, 422 for what no state would accept, 409 for what this one does
 * not. Title and detail come from `refusalWords`.
 */
export const REFUSAL_STATUS: Record<RefusalCode, number> = {
  not_authorised: 403,
  wrong_phase: 409,
  incident_closed: 409,
  unknown_level: 422,
  unknown_incident_level: 422,
  level_required: 422,
  no_change: 409,
  reason_required: 422,
  unknown_criteria: 422,
  criteria_missing: 409,
  already_proposed: 409,
  nothing_proposed: 409,
  second_person_required: 409,
  report_not_written: 409,
  other_plan: 422,
  same_plan_version: 409,
  missing_in_plan: 409,
  not_called: 409,
  already_acknowledged: 409,
  changed: 409,
  request_id_reused: 409,
  malformed: 422,
  machine_error: 500,
};

export type EdgeProblem = keyof typeof EDGE_PROBLEMS;
