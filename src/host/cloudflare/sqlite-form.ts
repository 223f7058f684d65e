// The form of an object's database: which tables it has. Older databases are brought to the newest
// form when they are opened; newer ones are refused, lest an older version write into them.

/**
 * Each step leads from the form before it to that of its index; the first makes the tables of version
 * 0.1, which wrote no number. Throws where the database is of a newer form.
 */
export function openDatabase(storage: DurableObjectStorage, steps: readonly string[]): void {
  const { sql } = storage
  const newest = steps.length - 1
  storage.transactionSync(() => {
    sql.exec('CREATE TABLE IF NOT EXISTS form (number INTEGER NOT NULL)')
    const form = sql.exec<{ number: number }>('SELECT number FROM form').toArray()[0]?.number ?? -1
    if (form > newest) {
      throw new Error(`the database has form ${form}; this version knows forms up to ${newest}`)
    }
    if (form === newest) return
    for (const step of steps.slice(form + 1)) sql.exec(step)
    sql.exec('DELETE FROM form')
    sql.exec('INSERT INTO form VALUES (?)', newest)
  })
}
