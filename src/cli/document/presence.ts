// Whether something stands at a path: a file, a folder or a link that leads nowhere.
import { lstat } from 'node:fs/promises'

export const isPresent = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )
