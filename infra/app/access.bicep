// What the desk's identity may do, and on which resource.
param principalId string
param storageName string
param vaultName string
param mailName string
param realtimeName string
param insightsName string

import { roles } from 'roles.bicep'

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = { name: storageName }
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = { name: vaultName }
resource mail 'Microsoft.Communication/communicationServices@2025-05-01' existing = { name: mailName }
resource realtime 'Microsoft.SignalRService/signalR@2024-03-01' existing = { name: realtimeName }
resource insights 'Microsoft.Insights/components@2020-02-02' existing = { name: insightsName }

var onStorage = [
  'Storage Blob Data Owner'
  'Storage Queue Data Contributor'
  'Storage Table Data Contributor'
]

resource storageAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in onStorage: {
    name: guid(storage.id, principalId, roles[role])
    scope: storage
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles[role])
    }
  }
]

resource vaultAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, roles['Key Vault Secrets User'])
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles['Key Vault Secrets User'])
  }
}

resource mailAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(mail.id, principalId, roles['Communication and Email Service Owner'])
  scope: mail
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles['Communication and Email Service Owner'])
  }
}

resource realtimeAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(realtime.id, principalId, roles['SignalR Service Owner'])
  scope: realtime
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles['SignalR Service Owner'])
  }
}

resource insightsAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, roles['Monitoring Metrics Publisher'])
  scope: insights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles['Monitoring Metrics Publisher'])
  }
}
