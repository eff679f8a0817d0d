/** Thrown when a server that Muster needs cannot be reached at start. The message is meant for the operator and holds no password. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** What the system, PostgreSQL while it starts, and PostgreSQL's doorkeeper answer. Anything else is a fault, told with its stack. */
const NOT_LET_IN = /^(E[A-Z]+(_[A-Z]+)*|57P03|53300|28000|28P01|3D000)$/;

export function postgresFailed(url: string): (error: unknown) => never {
  return (error) => {
    const { code = '', message = '' } = partsOf(error);
    throw NOT_LET_IN.test(code) || /connection timeout|timeout exceeded/.test(message)
      ? unreachable('PostgreSQL', new URL(url).host, error)
      : error;
  };
}

export function temporalFailed(address: string): (error: unknown) => never {
  return (error) => {
    throw unreachable('Temporal', address, error);
  };
}

function unreachable(server: string, address: string, cause: unknown): UnreachableError {
  // Where a name has several addresses, the error of all of them has a code and no message.
  const { message, code } = partsOf(cause);
  return new UnreachableError(`${server} at ${address} cannot be reached: ${message || code || String(cause)}`, {
    cause,
  });
}

function partsOf(error: unknown): { code?: string; message?: string } {
  return typeof error === 'object' && error !== null ? error : {};
}
