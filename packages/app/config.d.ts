export interface Config {
  auth?: {
    providers?: {
      /** The company's own sign-in (OpenID Connect). */
      corp?: {
        [environment: string]: {
          /**
           * What the sign-in button says; 'Sign in' when left out.
           * @visibility frontend
           */
          title?: string;
        };
      };
    };
  };
}
