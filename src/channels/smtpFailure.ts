import type { Delivery } from './channel.js';
import type { Redact } from './redact.js';

/** The members of nodemailer's errors that decide what a failure means. */
export interface SmtpFailure extends Error {
  /** The step that failed, in nodemailer's words (EENVELOPE, ESOCKET, …). */
  code?: string;
  /** What the system said beneath it (ECONNREFUSED, CERT_HAS_EXPIRED, …). */
  originalCode?: string;
  /** The SMTP reply code, when the server gave one. */
  responseCode?: number;
  /** The SMTP command that was answered; API when nodemailer itself refused. */
  command?: string;
}

const systemWords: Record<string, string> = {
  ECONNREFUSED: 'connection_refused',
  ECONNRESET: 'connection_lost',
  EPIPE: 'connection_lost',
  ETIMEDOUT: 'timeout',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
};

const stepWords: Record<string, string> = {
  EDNS: 'dns',
  ETLS: 'tls',
  ETIMEDOUT: 'timeout',
  EABORT: 'timeout',
  ECONNECTION: 'connection_lost',
  ESOCKET: 'connection_lost',
  EPROTOCOL: 'protocol',
};

const authSteps = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2']);
/** Authentication required, mechanism too weak, refused, encryption required for it (RFC 4954, section 6). */
const authReplies = new Set([530, 534, 535, 538]);
const tlsCodes =
  /^(EPROTO|ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH)/;

export function failureToDelivery(failure: SmtpFailure, to: string, redact: Redact): Delivery {
  const { status, code } = classify(failure);
  // A connection that failed on several addresses at once has an empty message.
  return { status, code, detail: redact(failure.message || failure.originalCode || code, to) };
}

function classify(failure: SmtpFailure): { status: 'rejected' | 'deferred'; code: string } {
  const { code = '', originalCode = '', responseCode } = failure;
  // Authentication and TLS are deferred whatever the server calls them: every notice would fail alike, an operator
  // can mend the password or the certificate, and then the same notice must still go out.
  if (authSteps.has(code) || (responseCode !== undefined && authReplies.has(responseCode)))
    return { status: 'deferred', code: 'auth' };
  if (code === 'ETLS' || tlsCodes.test(originalCode)) return { status: 'deferred', code: 'tls' };
  if (responseCode !== undefined)
    return {
      status: isAboutThisMessage(failure, responseCode) ? 'rejected' : 'deferred',
      code: `smtp_${responseCode}`,
    };
  if (code === 'EENVELOPE') return { status: 'rejected', code: 'invalid_address' };
  if (code === 'EMESSAGE') return { status: 'rejected', code: 'too_large' };
  return { status: 'deferred', code: systemWords[originalCode] ?? stepWords[code] ?? 'failed' };
}

/**
 * A 5xx is permanent only where it refuses this recipient or this content. The same 5xx at the greeting or for the
 * sender concerns the channel as a whole (a blocked server, a wrong SMTP_FROM): like a wrong password, it can be mended.
 */
function isAboutThisMessage({ code, command }: SmtpFailure, responseCode: number): boolean {
  if (responseCode < 500 || responseCode > 599) return false;
  // Commands out of order: the session is at fault, a fresh one can carry the same message.
  if (responseCode === 503) return false;
  // Size declared with MAIL FROM and found too big (RFC 1870).
  if (responseCode === 552) return true;
  return code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM');
}
