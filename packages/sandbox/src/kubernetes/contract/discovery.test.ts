import { AppsV1Api, KubeConfig } from '@kubernetes/client-node';
import { contract, contractCluster } from './cluster';

describe('a cluster says', () => {
  const cluster = contractCluster('discovery');

  contract('which kinds there are and by what names they go', [], async () => {
    const resources = await cluster.admin.ok('api-resources --no-headers');
    const known = resources
      .split('\n')
      .map(line => line.trim().split(/\s+/).join(' '));
    expect(known).toEqual(
      expect.arrayContaining(
        `
bindings v1 true Binding
componentstatuses cs v1 false ComponentStatus
configmaps cm v1 true ConfigMap
endpoints ep v1 true Endpoints
events ev v1 true Event
limitranges limits v1 true LimitRange
namespaces ns v1 false Namespace
nodes no v1 false Node
persistentvolumeclaims pvc v1 true PersistentVolumeClaim
persistentvolumes pv v1 false PersistentVolume
pods po v1 true Pod
podtemplates v1 true PodTemplate
replicationcontrollers rc v1 true ReplicationController
resourcequotas quota v1 true ResourceQuota
secrets v1 true Secret
serviceaccounts sa v1 true ServiceAccount
services svc v1 true Service
mutatingwebhookconfigurations admissionregistration.k8s.io/v1 false MutatingWebhookConfiguration
validatingadmissionpolicies admissionregistration.k8s.io/v1 false ValidatingAdmissionPolicy
validatingadmissionpolicybindings admissionregistration.k8s.io/v1 false ValidatingAdmissionPolicyBinding
validatingwebhookconfigurations admissionregistration.k8s.io/v1 false ValidatingWebhookConfiguration
customresourcedefinitions crd,crds apiextensions.k8s.io/v1 false CustomResourceDefinition
apiservices apiregistration.k8s.io/v1 false APIService
controllerrevisions apps/v1 true ControllerRevision
daemonsets ds apps/v1 true DaemonSet
deployments deploy apps/v1 true Deployment
replicasets rs apps/v1 true ReplicaSet
statefulsets sts apps/v1 true StatefulSet
selfsubjectreviews authentication.k8s.io/v1 false SelfSubjectReview
tokenreviews authentication.k8s.io/v1 false TokenReview
localsubjectaccessreviews authorization.k8s.io/v1 true LocalSubjectAccessReview
selfsubjectaccessreviews authorization.k8s.io/v1 false SelfSubjectAccessReview
selfsubjectrulesreviews authorization.k8s.io/v1 false SelfSubjectRulesReview
subjectaccessreviews authorization.k8s.io/v1 false SubjectAccessReview
horizontalpodautoscalers hpa autoscaling/v2 true HorizontalPodAutoscaler
cronjobs cj batch/v1 true CronJob
jobs batch/v1 true Job
certificatesigningrequests csr certificates.k8s.io/v1 false CertificateSigningRequest
leases coordination.k8s.io/v1 true Lease
endpointslices discovery.k8s.io/v1 true EndpointSlice
events ev events.k8s.io/v1 true Event
flowschemas flowcontrol.apiserver.k8s.io/v1 false FlowSchema
prioritylevelconfigurations flowcontrol.apiserver.k8s.io/v1 false PriorityLevelConfiguration
ingressclasses networking.k8s.io/v1 false IngressClass
ingresses ing networking.k8s.io/v1 true Ingress
networkpolicies netpol networking.k8s.io/v1 true NetworkPolicy
runtimeclasses node.k8s.io/v1 false RuntimeClass
poddisruptionbudgets pdb policy/v1 true PodDisruptionBudget
clusterrolebindings rbac.authorization.k8s.io/v1 false ClusterRoleBinding
clusterroles rbac.authorization.k8s.io/v1 false ClusterRole
rolebindings rbac.authorization.k8s.io/v1 true RoleBinding
roles rbac.authorization.k8s.io/v1 true Role
priorityclasses pc scheduling.k8s.io/v1 false PriorityClass
csidrivers storage.k8s.io/v1 false CSIDriver
csinodes storage.k8s.io/v1 false CSINode
csistoragecapacities storage.k8s.io/v1 true CSIStorageCapacity
storageclasses sc storage.k8s.io/v1 false StorageClass
volumeattachments storage.k8s.io/v1 false VolumeAttachment
`
          .trim()
          .split('\n'),
      ),
    );
  });

  contract('what is in each kind that can be listed', [], async () => {
    const kinds = await cluster.admin.ok('api-resources --verbs=list -o name');
    const { status, stderr } = await cluster.admin.run(
      `get ${kinds.split('\n').join(',')} --ignore-not-found -o name`,
    );
    expect({ status, stderr: stderr.trim() }).toEqual({
      status: 0,
      stderr: 'Warning: v1 ComponentStatus is deprecated in v1.19+',
    });
  });

  contract('which verbs belong to subresources', [], async () => {
    const config = new KubeConfig();
    config.loadFromFile(cluster.kubeconfig);
    const { resources } = await config
      .makeApiClient(AppsV1Api)
      .getAPIResources();
    const verbs = (name: string) =>
      [...resources.find(one => one.name === name)!.verbs].sort();
    expect(verbs('deployments')).toEqual(
      'create delete deletecollection get list patch update watch'.split(' '),
    );
    expect(verbs('deployments/scale')).toEqual(['get', 'patch', 'update']);
    expect(verbs('statefulsets/status')).toEqual(['get', 'patch', 'update']);
  });

  contract('what the fields of a kind are', [], async () => {
    const explain = (what: string) => cluster.admin.ok(`explain ${what}`);
    expect(await explain('pod.spec.containers.image')).toMatch(
      /KIND: +Pod\nVERSION: +v1\n\nFIELD: image <string>/,
    );
    expect(await explain('deploy.spec.strategy')).toMatch(
      /GROUP: +apps\n[^]*rollingUpdate\t<RollingUpdateDeployment>/,
    );
    expect(await explain('hpa.spec.metrics.resource.target')).toContain(
      'averageUtilization\t<integer>',
    );
    expect(await explain('cronjob.spec --recursive')).toContain(
      'concurrencyPolicy\t<string>',
    );
    expect(await cluster.admin.refused('explain pod.spec.nothing')).toContain(
      'field "nothing" does not exist',
    );
    expect(await explain('pod.spec.nodeName')).toMatch(/DESCRIPTION:\n {4}\S+/);
  });

  contract('who asks, and that it is well', [], async () => {
    expect(await cluster.admin.ok('auth whoami')).toMatch(/^Username\s+\S+/m);
    expect(await cluster.admin.ok('get --raw /readyz')).toBe('ok');
    expect(
      (await cluster.admin.json('version')).serverVersion.gitVersion,
    ).toMatch(/^v1\.\d+/);
  });
});
