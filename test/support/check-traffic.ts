// Compares every response of the HTTP tests with the contract (a setup file of vitest.config.ts).
import { checkTraffic } from './traffic.ts'
import { watch } from './watch.ts'

watch.response = checkTraffic
