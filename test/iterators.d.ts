// The tests see the types of Node and of Workers at once. They differ in what URLSearchParams gives:
// Workers say IterableIterator, Node wants the iterator helpers (ES2025) that both runtimes have.
interface IterableIterator<T, TReturn, TNext> extends IteratorObject<T, TReturn, TNext> {
  [Symbol.iterator](): IterableIterator<T, TReturn, TNext>
}
