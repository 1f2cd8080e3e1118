// The page.
export const ClaimsPage = () => <h1>ClaimsPage</h1>
