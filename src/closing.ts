/** Things to end, in the opposite order of their beginning; one that fails does not keep the others from ending. */
export class Closing {
  private readonly steps: { name: string; close: () => unknown }[] = [];

  add(name: string, close: () => unknown): void {
    this.steps.unshift({ name, close });
  }

  async close(failed: (name: string, error: unknown) => void): Promise<void> {
    for (let step = this.steps.shift(); step; step = this.steps.shift()) {
      try {
        await step.close();
      } catch (error) {
        failed(step.name, error);
      }
    }
  }
}
