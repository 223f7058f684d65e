// The name of the product, which is the same in every language.
export const productName = 'Jishi 纪事'
