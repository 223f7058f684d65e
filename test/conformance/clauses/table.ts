// Every clause that is tried on each route it concerns; docs/conformance.md lists them.
import type { Clause } from './clause.ts'
import { ofCaching } from './caching.ts'
import { ofConditions } from './conditions.ts'
import { ofLinks } from './links.ts'
import { ofMethods } from './methods.ts'
import { ofProblems } from './problems.ts'
import { ofRepresentations } from './representations.ts'
import { ofWrites } from './writes.ts'

export const clauses: readonly Clause[] = [
  ...ofMethods,
  ...ofRepresentations,
  ...ofConditions,
  ...ofCaching,
  ...ofProblems,
  ...ofLinks,
  ...ofWrites,
]
