/** The machine's monotonic clock in ms: the same in every process, so that times can be compared between them. */
export function machineClock(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
