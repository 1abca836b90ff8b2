import { kindKey, type Kind } from './types';

const ALL = 'create,delete,deletecollection,get,list,patch,update,watch';

/** A line a kind: version, kind, plural, scope, short names, subresources, categories, verbs (all, unless given). */
const TABLE = `
v1 Binding bindings namespaced - - - create
v1 ComponentStatus componentstatuses cluster cs - - get,list
v1 ConfigMap configmaps namespaced cm
v1 Endpoints endpoints namespaced ep
v1 Event events namespaced ev
v1 LimitRange limitranges namespaced limits
v1 Namespace namespaces cluster ns status,finalize - create,delete,get,list,patch,update,watch
v1 Node nodes cluster no status
v1 PersistentVolumeClaim persistentvolumeclaims namespaced pvc status
v1 PersistentVolume persistentvolumes cluster pv status
v1 Pod pods namespaced po status,log,eviction,binding all
v1 PodTemplate podtemplates namespaced
v1 ReplicationController replicationcontrollers namespaced rc status,scale all
v1 ResourceQuota resourcequotas namespaced quota status
v1 Secret secrets namespaced
v1 ServiceAccount serviceaccounts namespaced sa token
v1 Service services namespaced svc status all
admissionregistration.k8s.io/v1 MutatingWebhookConfiguration mutatingwebhookconfigurations cluster - - api-extensions
admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy validatingadmissionpolicies cluster - status api-extensions
admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding validatingadmissionpolicybindings cluster - - api-extensions
admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration validatingwebhookconfigurations cluster - - api-extensions
apiextensions.k8s.io/v1 CustomResourceDefinition customresourcedefinitions cluster crd,crds status api-extensions
apiregistration.k8s.io/v1 APIService apiservices cluster - - api-extensions get,list
apps/v1 ControllerRevision controllerrevisions namespaced
apps/v1 DaemonSet daemonsets namespaced ds status all
apps/v1 Deployment deployments namespaced deploy status,scale all
apps/v1 ReplicaSet replicasets namespaced rs status,scale all
apps/v1 StatefulSet statefulsets namespaced sts status,scale all
autoscaling/v2 HorizontalPodAutoscaler horizontalpodautoscalers namespaced hpa status all
autoscaling/v1 HorizontalPodAutoscaler horizontalpodautoscalers namespaced hpa status all
batch/v1 CronJob cronjobs namespaced cj status all
batch/v1 Job jobs namespaced - status all
certificates.k8s.io/v1 CertificateSigningRequest certificatesigningrequests cluster csr status,approval
coordination.k8s.io/v1 Lease leases namespaced
discovery.k8s.io/v1 EndpointSlice endpointslices namespaced
events.k8s.io/v1 Event events namespaced ev
flowcontrol.apiserver.k8s.io/v1 FlowSchema flowschemas cluster - status
flowcontrol.apiserver.k8s.io/v1 PriorityLevelConfiguration prioritylevelconfigurations cluster - status
metrics.k8s.io/v1beta1 NodeMetrics nodes cluster - - - get,list
metrics.k8s.io/v1beta1 PodMetrics pods namespaced - - - get,list
networking.k8s.io/v1 IngressClass ingressclasses cluster
networking.k8s.io/v1 Ingress ingresses namespaced ing status
networking.k8s.io/v1 NetworkPolicy networkpolicies namespaced netpol
node.k8s.io/v1 RuntimeClass runtimeclasses cluster
policy/v1 PodDisruptionBudget poddisruptionbudgets namespaced pdb status
rbac.authorization.k8s.io/v1 ClusterRoleBinding clusterrolebindings cluster
rbac.authorization.k8s.io/v1 ClusterRole clusterroles cluster
rbac.authorization.k8s.io/v1 RoleBinding rolebindings namespaced
rbac.authorization.k8s.io/v1 Role roles namespaced
scheduling.k8s.io/v1 PriorityClass priorityclasses cluster pc
storage.k8s.io/v1 CSIDriver csidrivers cluster
storage.k8s.io/v1 CSINode csinodes cluster
storage.k8s.io/v1 CSIStorageCapacity csistoragecapacities namespaced
storage.k8s.io/v1 StorageClass storageclasses cluster sc
storage.k8s.io/v1 VolumeAttachment volumeattachments cluster - status
`;

/** Versions that are views of another one. */
const STORED_AS: Record<string, string> = {
  'events.k8s.io/v1': 'v1/Event',
  'autoscaling/v1': 'autoscaling/v2/HorizontalPodAutoscaler',
};

const words = (text = '-') => (text === '-' ? [] : text.split(','));

/** The kinds that an API server has before anybody defines others. */
export const BUILT_IN_KINDS: Kind[] = TABLE.trim()
  .split('\n')
  .map(line => {
    const [apiVersion, kind, plural, scope, ...rest] = line.split(' ');
    const [shortNames, subresources, categories, verbs = ALL] = rest;
    const [group, version] = apiVersion.includes('/')
      ? apiVersion.split('/')
      : ['', apiVersion];
    return {
      group,
      version,
      apiVersion,
      kind,
      plural,
      singular: kind.toLowerCase(),
      namespaced: scope === 'namespaced',
      shortNames: words(shortNames),
      categories: words(categories),
      subresources: words(subresources),
      verbs: words(verbs),
      custom: false,
      storage: STORED_AS[apiVersion] ?? kindKey(apiVersion, kind),
    };
  });
