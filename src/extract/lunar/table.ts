// The Chinese calendar of the lunar years 1900 to 2099, three characters a year: made by
// test/support/lunar-table.ts from tyme4ts, which a test holds it to. Not of ICU, which is wrong on
// hundreds of days.

/** The lunar year of the first three characters. */
export const firstLunarYear = 1900

/** The civil day, since 1970-01-01, on which that year begins: 1900-01-31. */
export const firstLunarDay = -25_537

/** Each character stands for six bits: its place in here. */
export const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_'

/**
 * Eighteen bits a year: one for each of up to thirteen months in order (set: 30 days, else 29; the
 * first month is the highest), then four for the month after which a leap month comes (0: none).
 */
export const lunarYears =
  '9RO9N0KhWAJLQJ0RAWDLKAr0JMW9NI9N0KcsKcWQIWQfLMg0Qr0IsYIjW9Dt9BWKbWMIrDIWDg0LjK5R0IhW9Bo9BW' +
  'CbcQb0TIWDgLBMW5R0IRZIN0PBNPAWQb0RIcMgWAr0LMq4kWIMWPAoLAWMbNDb0MgWAjL9j0KjWALpALWLAeTAWDL0' +
  'LgcLQW9R0KhaKhWAJ0T9ZRAWBLNAr0IsW9NL9MWKcWQJKQIWQfOMg0Mr0IscIjW9DWKbqKbWMIwDIWDg0Lj6LR0IhW' +
  '9Br9BWCbWDIZTIWDPOBM0LR0IRLIN0PB0QbKQb0RIWBLIAr0LMt4kWIMWPArLAWMb0MgaLgWAjP9T0KjWALsALWL9W' +
  'EbKDL0LgW9jI9R0KhcKd0QJ0T9bQfWBL0DQZIsW9NR9MWKcWQIsQIWQf0RL5Mj0AsW9Mo9DWKbtKbWLIWMfLDf0Lj0' +
  'AjZIRW9Bu9BWCbWDIcTIWDP0LR4LN0IN0PBZPB0QbNQb0RIWBLLAr0KsWANKAMWLAuLAWMb0MgcLgWAj0KkaKjWALW' +
  'L9pD9WEKtDL0LgW9jL9R0KhWAJaQB0T9eQf0RL0DQcAsW9N0KdKKMWQAWR9I'
