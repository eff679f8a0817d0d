import type { Lang } from '../lang.js';

/** Why a notice did not reach somebody, by the channel's short code. Unlisted codes are shown as they are. */
const REASONS: Record<string, Record<Lang, string>> = {
  invalid_address: { 'zh-CN': '地址无效', en: 'the address is invalid' },
  no_address: { 'zh-CN': '通讯录中无地址', en: 'no address in the roster' },
  too_large: { 'zh-CN': '邮件过大', en: 'the message is too large' },
  auth: { 'zh-CN': '邮件服务器拒绝登录', en: 'the mail server refused the login' },
  tls: { 'zh-CN': '无法建立加密连接', en: 'no encrypted connection' },
  dns: { 'zh-CN': '找不到邮件服务器', en: 'the mail server was not found' },
  unreachable: { 'zh-CN': '无法连到邮件服务器', en: 'the mail server cannot be reached' },
  timeout: { 'zh-CN': '超时', en: 'timed out' },
  connection_lost: { 'zh-CN': '连接中断', en: 'the connection was lost' },
  connection_refused: { 'zh-CN': '连接被拒绝', en: 'the connection was refused' },
  protocol: { 'zh-CN': '邮件服务器答复异常', en: 'the mail server gave an odd answer' },
  channel_closed: { 'zh-CN': '通道正在关闭', en: 'the channel is closing' },
  in_flight: { 'zh-CN': '正在发送', en: 'still being sent' },
  rejected: { 'zh-CN': '被拒收', en: 'rejected' },
  not_attempted: { 'zh-CN': '尚未尝试', en: 'not tried yet' },
  failed: { 'zh-CN': '发送失败', en: 'sending failed' },
};

export function deliveryWords(code: string, lang: Lang): string {
  if (code.startsWith('smtp_')) {
    const reply = code.slice('smtp_'.length);
    return lang === 'zh-CN' ? `邮件服务器答复 ${reply}` : `the mail server answered ${reply}`;
  }
  return Object.hasOwn(REASONS, code) ? REASONS[code]![lang] : code;
}
