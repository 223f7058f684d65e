// What is read in parts leaves much garbage. V8 would let it grow to several times of what is needed, as far
// as the machine has memory: see docs/decisions/0035.
import { setFlagsFromString } from 'node:v8'

/** From now on garbage is collected as soon as it is 40 % of what is needed. Both flags act at any time. */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=40')
  setFlagsFromString('--semi-space-growth-factor=1')
}
