// Helpdesk MX on Azure: what there is, and what each part is told.
targetScope = 'subscription'

@minLength(1)
@maxLength(64)
@description('Name of the azd environment; names the resource group.')
param environmentName string

@minLength(1)
@description('Where everything with a region runs.')
param location string

@description('Where the static web app is managed from; its files are served worldwide.')
@allowed(['westus2', 'centralus', 'eastus2', 'westeurope', 'eastasia'])
param webLocation string = 'westeurope'

@description('Memory of an instance, in megabytes.')
@allowed([512, 2048, 4096])
param instanceMemory int = 2048

@description('Most instances at a time.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('Instances kept warm: name is http, or function:NAME.')
param alwaysReady { name: string, instanceCount: int }[] = []

@description('Requests one instance answers at a time.')
@minValue(1)
@maxValue(1000)
param httpConcurrency int = 32

@description('Version of the Graph API of Meta that is asked; empty for the desk\'s own choice.')
param metaGraphVersion string = ''

@allowed(['serverless', 'autoscale'])
param cosmosCapacity string = 'serverless'

@description('Most request units a second of each container, where Cosmos DB is autoscale.')
param cosmosThroughput { *: int } = { tickets: 10000, lookup: 4000, customers: 1000, config: 1000 }

@allowed(['Continuous7Days', 'Continuous30Days'])
param cosmosBackup string = 'Continuous7Days'

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = 'Standard_ZRS'

@minValue(1)
@maxValue(365)
param undeleteDays int = 30

@allowed(['Free_F1', 'Standard_S1'])
param signalrSku string = 'Free_F1'

@description('Units of a standard SignalR service, of a thousand connections each.')
@allowed([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
param signalrUnits int = 1

@allowed(['Free', 'Standard'])
param webSku string = 'Free'

@description('Where mail is kept at rest.')
param mailDataLocation string = 'Europe'

@description('Your own sending domain; empty takes one that Azure provides.')
param mailDomain string = ''

@description('True once the DNS records of your domain are verified.')
param mailDomainVerified bool = false

param mailSender string = 'support'
param mailSenderName string = 'Support'

@description('Further origins the web is at, such as your own domain of it.')
param extraOrigins string[] = []

@description('True keeps Storage, Cosmos DB and the vault off the internet.')
param useNetwork bool = false

@description('Who hears of alerts and of the budget.')
param alertMail string = ''

@minValue(1)
param budgetAmount int = 100

@description('First day of a month; the preprovision hook sets it once.')
param budgetStart string

@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Most gigabytes of logs a day; -1 sets no bound.')
param logDailyCapGb int = 2

param entraTenant string
param entraClient string

@secure()
param setupToken string

@secure()
param eventsKey string

import * as names from 'app/names.bicep'

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: names.groupName(environmentName)
  location: location
  tags: tags
}

module identity 'app/identity.bicep' = {
  scope: group
  params: { name: names.identityName(token), location: location, tags: tags }
}

module observe 'app/observe.bicep' = {
  scope: group
  params: {
    logsName: names.logsName(token)
    insightsName: names.insightsName(token)
    location: location
    tags: tags
    retentionInDays: logRetentionDays
    dailyCapGb: logDailyCapGb
  }
}

module storage 'app/storage.bicep' = {
  scope: group
  params: {
    name: names.storageName(token)
    location: location
    tags: tags
    sku: storageSku
    private: useNetwork
    undeleteDays: undeleteDays
  }
}

module cosmos 'app/cosmos.bicep' = {
  scope: group
  params: {
    name: names.cosmosName(token)
    location: location
    tags: tags
    private: useNetwork
    principalId: identity.outputs.principalId
    capacity: cosmosCapacity
    throughput: cosmosThroughput
    backup: cosmosBackup
  }
}

module vault 'app/vault.bicep' = {
  scope: group
  params: {
    name: names.vaultName(token)
    location: location
    tags: tags
    private: useNetwork
    setupToken: setupToken
    eventsKey: eventsKey
  }
}

module mail 'app/mail.bicep' = {
  scope: group
  params: {
    name: names.mailName(token)
    emailName: names.emailName(token)
    tags: tags
    dataLocation: mailDataLocation
    domain: mailDomain
    domainVerified: mailDomainVerified
    sender: mailSender
    senderName: mailSenderName
  }
}

module topic 'app/topic.bicep' = {
  scope: group
  params: { name: names.eventsName(token), tags: tags, sourceId: mail.outputs.id }
}

module web 'app/web.bicep' = {
  scope: group
  params: { name: names.webName(token), location: webLocation, tags: tags, sku: webSku }
}

module realtime 'app/realtime.bicep' = {
  scope: group
  params: {
    name: names.realtimeName(token)
    location: location
    tags: tags
    sku: signalrSku
    units: signalrUnits
  }
}

module access 'app/access.bicep' = {
  scope: group
  params: {
    principalId: identity.outputs.principalId
    storageName: storage.outputs.name
    vaultName: vault.outputs.name
    mailName: mail.outputs.name
    realtimeName: realtime.outputs.name
    insightsName: observe.outputs.insightsName
  }
}

module network 'app/network.bicep' = if (useNetwork) {
  scope: group
  params: {
    name: names.networkName(token)
    location: location
    tags: tags
    targets: [
      { name: 'blob', id: storage.outputs.id, endpoint: 'blob', zone: 'privatelink.blob.${environment().suffixes.storage}' }
      { name: 'queue', id: storage.outputs.id, endpoint: 'queue', zone: 'privatelink.queue.${environment().suffixes.storage}' }
      { name: 'table', id: storage.outputs.id, endpoint: 'table', zone: 'privatelink.table.${environment().suffixes.storage}' }
      { name: 'cosmos', id: cosmos.outputs.id, endpoint: 'Sql', zone: 'privatelink.documents.azure.com' }
      { name: 'vault', id: vault.outputs.id, endpoint: 'vault', zone: 'privatelink.vaultcore.azure.net' }
    ]
  }
}

module api 'app/api.bicep' = {
  scope: group
  dependsOn: [access]
  params: {
    name: names.apiName(token)
    planName: names.planName(token)
    location: location
    tags: tags
    identityId: identity.outputs.id
    scale: {
      instanceMemory: instanceMemory
      maximumInstances: maximumInstances
      alwaysReady: alwaysReady
      httpConcurrency: httpConcurrency
    }
    packageUrl: '${storage.outputs.blobs}/${storage.outputs.packageContainer}'
    subnetId: network.?outputs.appSubnetId ?? ''
    settings: {
      AzureWebJobsStorage__accountName: storage.outputs.name
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identity.outputs.clientId
      HELPDESKMX_COSMOS: cosmos.outputs.endpoint
      HELPDESKMX_MAIL: mail.outputs.endpoint
      HELPDESKMX_SENDER: mail.outputs.sender
      HELPDESKMX_SIGNALR: realtime.outputs.endpoint
      HELPDESKMX_IDENTITY: identity.outputs.clientId
      HELPDESKMX_ENTRA_TENANT: entraTenant
      HELPDESKMX_ENTRA_CLIENT: entraClient
      HELPDESKMX_SETUP_TOKEN: vault.outputs.setupToken
      HELPDESKMX_EVENTS_KEY: vault.outputs.eventsKey
      HELPDESKMX_ORIGINS: join(concat([web.outputs.origin], extraOrigins), ' ')
      HELPDESKMX_META_GRAPH_VERSION: metaGraphVersion
      HELPDESKMX_PROXIES: '1' // the platform's front end writes X-Forwarded-For
      APPLICATIONINSIGHTS_CONNECTION_STRING: observe.outputs.connectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.outputs.clientId};Authorization=AAD'
    }
  }
}

module alerts 'app/alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    logsId: observe.outputs.logsId
    apiId: api.outputs.id
    cosmosId: cosmos.outputs.id
    mailTo: alertMail
  }
}

module budget 'app/budget.bicep' = {
  scope: group
  params: {
    name: names.budgetName(token)
    amount: budgetAmount
    start: budgetStart
    actionGroupId: alerts.outputs.actionGroupId
  }
}

// The hooks read these from the environment.
output AZURE_RESOURCE_GROUP string = group.name
output HELPDESKMX_API string = api.outputs.origin
output HELPDESKMX_WEB string = web.outputs.origin
output HELPDESKMX_SIGNALR string = realtime.outputs.endpoint
output HELPDESKMX_SENDER string = mail.outputs.sender
output HELPDESKMX_VAULT string = vault.outputs.name
output HELPDESKMX_TOPIC string = topic.outputs.name
output HELPDESKMX_MAIL_RECORDS object = mail.outputs.records
