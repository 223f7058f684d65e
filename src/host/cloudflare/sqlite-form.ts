// The form of an object's database: which tables it has. Older databases are upgraded when they are
// opened; newer ones are refused, so that an older version never writes into them.

/** SQL, or a conversion that needs more than that. */
export type Step = string | ((sql: SqlStorage) => void)

/**
 * Each step upgrades the previous form to the form of its index; the first creates the tables of
 * version 0.1, which wrote no number. Throws if the database has a newer form.
 * @example a database of form 0, steps [a, b] → b is run, and the form is 1
 */
export function openDatabase(storage: DurableObjectStorage, steps: readonly Step[]): void {
  const { sql } = storage
  const newest = steps.length - 1
  storage.transactionSync(() => {
    sql.exec('CREATE TABLE IF NOT EXISTS form (number INTEGER NOT NULL)')
    const form = sql.exec<{ number: number }>('SELECT number FROM form').toArray()[0]?.number ?? -1
    if (form > newest) {
      throw new Error(`the database has form ${form}; this version knows forms up to ${newest}`)
    }
    if (form === newest) return
    for (const step of steps.slice(form + 1)) {
      if (typeof step === 'string') sql.exec(step)
      else step(sql)
    }
    sql.exec('DELETE FROM form')
    sql.exec('INSERT INTO form VALUES (?)', newest)
  })
}
