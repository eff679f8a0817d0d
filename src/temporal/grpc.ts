/** The gRPC status numbers that Muster tells apart. */
export const status = { invalidArgument: 3, notFound: 5, alreadyExists: 6 } as const;

export function grpcCode(error: unknown): number | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined;
}

/** What the server said, without the client's frame around it. */
export function grpcDetails(error: unknown): string {
  const details = error instanceof Error && 'details' in error ? error.details : undefined;
  return typeof details === 'string' && details !== '' ? details : String(error);
}
