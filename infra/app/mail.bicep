// How answers leave. A domain of your own comes in two runs: the first says which DNS records prove it, the second links it.
param name string
param emailName string
param tags object

@description('Where mail is kept at rest, such as Europe or United States.')
param dataLocation string

@description('Your own domain; empty takes one that Azure provides, good for trying.')
param domain string

@description('True once the domain\'s DNS records are set and verified.')
param domainVerified bool

@description('The part of the sender\'s address before the @.')
param sender string

@description('The name people see beside the sender\'s address.')
param senderName string

var own = !empty(domain)
var linked = !own || domainVerified

resource email 'Microsoft.Communication/emailServices@2023-04-01' = {
  name: emailName
  location: 'global'
  tags: tags
  properties: { dataLocation: dataLocation }
}

resource sending 'Microsoft.Communication/emailServices/domains@2023-04-01' = {
  parent: email
  name: own ? domain : 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: {
    domainManagement: own ? 'CustomerManaged' : 'AzureManaged'
    userEngagementTracking: 'Disabled'
  }
}

// Azure's own domains come with DoNotReply and take no other name.
resource username 'Microsoft.Communication/emailServices/domains/senderUsernames@2023-04-01' = if (own && domainVerified) {
  parent: sending
  name: sender
  properties: { username: sender, displayName: senderName }
}

resource service 'Microsoft.Communication/communicationServices@2025-05-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    disableLocalAuth: true
    linkedDomains: linked ? [sending.id] : []
  }
}

output id string = service.id
output name string = service.name
output endpoint string = 'https://${service.properties.hostName}'
output sender string = own ? '${sender}@${domain}' : 'DoNotReply@${sending.properties.fromSenderDomain}'
output records object = own ? sending.properties.verificationRecords : {}
