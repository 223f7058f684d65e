// Keeps what Node makes of the sources: to take the types out of hundreds of files is half of what a
// command does before its first word. For the files that are run, which import the rest afterwards:
// what they import statically is compiled before their first line.
import nodeModule from 'node:module'
import { join } from 'node:path'

/**
 * Compiled modules are read from `node_modules/.cache/jishi`, and written there as the process ends.
 * Not under the folder of temporary files, which is Node's default: whoever made it first on a shared
 * machine would choose what others run. NODE_COMPILE_CACHE and NODE_DISABLE_COMPILE_CACHE are heeded
 * by Node; where nothing can be written, or Node is older than 22.1, everything is compiled anew.
 */
export function keepCompiled(): void {
  nodeModule.enableCompileCache?.(join(import.meta.dirname, '../../../node_modules/.cache/jishi'))
}
