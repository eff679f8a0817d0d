import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { knownFolder } from './children.mjs';
import { choosePorts, startProduct } from './product.mjs';
import { startSink } from './sink.mjs';
import { writePlan } from './plan.mjs';

/** Gives `work` a folder of its own and removes it afterwards. */
export async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'));
  knownFolder(folder);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A running product with its own plan, data folder and SMTP sink, all gone afterwards. */
export function onStage(plan, work) {
  return inFolder(async (folder) => {
    const sink = await startSink();
    try {
      const product = await startProduct({
        dir: join(folder, 'muster'),
        plan: writePlan(join(folder, 'plan'), plan),
        smtpUrl: sink.url,
        ports: await choosePorts(),
        profile: process.env.BENCH_CPU_PROF,
      });
      try {
        return await work({ product, sink });
      } finally {
        await product.stop();
      }
    } finally {
      await sink.stop();
    }
  });
}
