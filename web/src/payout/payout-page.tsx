// The page.
export const PayoutPage = () => <h1>PayoutPage</h1>
