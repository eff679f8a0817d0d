import { CancellationScope } from '@temporalio/workflow';

/** Many short steps in one workflow task, as a large incident makes them; together they take as long as `turns` says. */
export async function heldUp(turns: number): Promise<string> {
  const steps = Array.from({ length: 1_000 }, () =>
    CancellationScope.nonCancellable(async () => {
      for (let step = 0; step < 20; step++) {
        await Promise.resolve();
        spin(turns / 20_000);
      }
    }),
  );
  await Promise.all(steps);
  return 'done';
}

/** Nothing but time. */
export function spin(turns: number): number {
  let sum = 0;
  for (let turn = 0; turn < turns; turn++) sum += turn;
  return sum;
}
