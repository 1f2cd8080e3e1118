// The page.
export const RemittancePage = () => <h1>RemittancePage</h1>
