// Loaded into wrangler's processes before wrangler itself (`node --import`): when the process that
// started them is gone, it ends the whole process group, including workerd and esbuild.
import { onParentGone } from './parent.ts'

onParentGone(() => {
  process.once('SIGTERM', () => undefined)
  process.kill(0, 'SIGTERM')
  setTimeout(() => process.kill(0, 'SIGKILL'), 1_000)
})
