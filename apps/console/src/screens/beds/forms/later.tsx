import { useEffect, useState, type ComponentType } from 'react';
import { Loading } from '../../../ui/Loading';

/** A rarely needed form, fetched after the main screen; without network, as soon as the network is back. */
export function later<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>): ComponentType<Props> {
  return function Later(props: Props) {
    const [Loaded, setLoaded] = useState<ComponentType<Props> | null>(null);
    useEffect(() => {
      const get = () =>
        void load().then(
          (module) => setLoaded(() => module.default),
          () => undefined,
        );
      get();
      addEventListener('online', get);
      return () => removeEventListener('online', get);
    }, []);
    return Loaded ? <Loaded {...props} /> : <Loading />;
  };
}
