// The page.
export const WrapUpPage = () => <h1>WrapUpPage</h1>
